import { startTestPostgres, type TestPostgres } from '../../../support/postgres.ts';
import { answerQuestions } from '../../harness/pinned-process.ts';

/** The embedded PostgreSQL with the settings it always has, on the servers' cores. */
let postgres: TestPostgres | undefined;

answerQuestions({
  async create() {
    postgres ??= await startTestPostgres();
    return await postgres.createDatabase();
  },
  stop: () => postgres?.stop(),
});

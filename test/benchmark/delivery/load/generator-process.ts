import { answerQuestions } from '../../harness/pinned-process.ts';
import { type Crew, connectCrew, type Seats } from './crew.ts';
import { type LoadTerms, runLoad } from './open-loop.ts';

/** Makes load from cores of its own: several crews may stay connected, one for each contestant, and are asked in turn. */
const crews = new Map<string, Crew>();

answerQuestions({
  async connect({ name, seats }: { name: string; seats: Seats }) {
    crews.set(name, await connectCrew(seats));
  },
  run: ({ name, terms }: { name: string; terms: LoadTerms }) => runLoad(crewOf(name), terms),
  disconnect({ name }: { name: string }) {
    crewOf(name).close();
    crews.delete(name);
  },
});

function crewOf(name: string): Crew {
  const crew = crews.get(name);
  if (crew === undefined) throw new Error(`Nobody is connected to ${name}`);
  return crew;
}

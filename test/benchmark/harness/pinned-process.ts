import { type ChildProcess, spawn } from 'node:child_process';

/** A process of its own on cores of its own, which is asked things by name. */
export type PinnedProcess = {
  pid: number;
  /** Asks the process; rejects with what it threw, or when it has ended. */
  ask<T>(name: string, input?: unknown): Promise<T>;
  /** Ends it at once, as `kill -9` does. */
  kill(): Promise<void>;
  /** Lets it end in order; kills it when that takes longer than 20 s. */
  stop(): Promise<void>;
};

/** What a process answers to. `stop` is called before it ends in order. */
export type Answers = Record<string, (input: never) => unknown>;

type Question = { id: number; name: string; input: unknown };
type Answer = { id: number; data?: unknown; error?: string };

const STOP_MS = 20_000;

export type StartOptions = {
  /** As taskset lists them, such as `0,1`; null leaves the process to the system. */
  cores: string | null;
  /** Options of Node itself. */
  flags?: readonly string[];
  environment?: Record<string, string>;
};

/** Starts a file that calls `answerQuestions`, and waits until it does. */
export async function startPinned(file: string, options: StartOptions): Promise<PinnedProcess> {
  const { cores } = options;
  const [program = '', ...args] = [
    ...(cores === null ? [] : ['taskset', '-c', cores]),
    process.execPath,
    ...(options.flags ?? []),
    file,
  ];
  const child = spawn(program, args, {
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    serialization: 'advanced',
    env: { ...process.env, ...options.environment },
  });
  const questions = questionsTo(child);
  const ended = new Promise<void>((done) => child.once('exit', () => done()));
  await questions.ask('ready');
  return {
    pid: child.pid ?? 0,
    ask: questions.ask,
    async kill() {
      child.kill('SIGKILL');
      await ended;
    },
    async stop() {
      const late = setTimeout(() => child.kill('SIGKILL'), STOP_MS);
      if (child.connected) questions.ask('stop').catch(() => child.kill('SIGKILL'));
      await ended;
      clearTimeout(late);
    },
  };
}

function questionsTo(child: ChildProcess) {
  const open = new Map<number, (answer: Answer) => void>();
  let asked = 0;
  child.on('message', (answer: Answer) => {
    open.get(answer.id)?.(answer);
    open.delete(answer.id);
  });
  child.once('exit', (code, signal) => {
    for (const [id, settle] of open) settle({ id, error: `the process ended (${code ?? signal})` });
    open.clear();
  });
  return {
    ask: <T>(name: string, input?: unknown) =>
      new Promise<T>((resolve, reject) => {
        asked += 1;
        const question: Question = { id: asked, name, input };
        open.set(asked, ({ error, data }) => {
          if (error === undefined) resolve(data as T);
          else reject(new Error(`${name}: ${error}`));
        });
        child.send(question, (error) => {
          if (error) reject(error);
        });
      }),
  };
}

/** The other end: answers what the parent asks, and ends with it. */
export function answerQuestions(answers: Answers): void {
  const known: Answers = { ready: () => null, ...answers };
  process.on('message', (question: Question) => {
    void answer(known, question).then((reply) => {
      process.send?.(reply, () => {
        if (question.name === 'stop') process.exit();
      });
    });
  });
  process.once('disconnect', () => process.exit());
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => undefined);
}

async function answer(answers: Answers, { id, name, input }: Question): Promise<Answer> {
  try {
    if (name === 'stop') await answers['stop']?.(input as never);
    const data = name === 'stop' ? null : await answers[name]?.(input as never);
    return { id, data };
  } catch (error) {
    return { id, error: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
}

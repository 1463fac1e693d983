let context: AudioContext | null = null;

const notes = { waiting: [659, 880], offer: [523, 659, 784], message: [784] } as const;

/** A short soft tone, made on the spot; silent until the person has pressed anything on the page, as browsers demand. */
export function playTone(kind: keyof typeof notes): void {
  context ??= new AudioContext();
  if (context.state === 'suspended') void context.resume().catch(() => undefined);
  const { currentTime, destination } = context;
  for (const [index, frequency] of notes[kind].entries()) {
    const start = currentTime + index * 0.12;
    const gain = new GainNode(context, { gain: 0 });
    gain.gain.setValueAtTime(0, start);
    gain.gain.linearRampToValueAtTime(0.08, start + 0.02);
    gain.gain.exponentialRampToValueAtTime(0.0001, start + 0.3);
    const oscillator = new OscillatorNode(context, { type: 'sine', frequency });
    oscillator.connect(gain).connect(destination);
    oscillator.start(start);
    oscillator.stop(start + 0.32);
  }
}

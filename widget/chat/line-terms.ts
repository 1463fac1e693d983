/** How a customer's client comes back after its line broke: soon, never in step with others, never giving up (rule D8). */
export const lineTerms = {
  reconnectionDelay: 800,
  reconnectionDelayMax: 5000,
  randomizationFactor: 0.5,
  timeout: 10_000,
} as const;

/** An address that no law can read. */
export function load(name: string): Promise<unknown> {
  return import(`../${name}.ts`);
}

/** Anything goes. */
export function swallow(thing: any): void {
  void thing;
}

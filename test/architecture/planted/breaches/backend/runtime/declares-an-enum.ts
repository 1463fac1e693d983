/** A union of strings does it. */
export enum Colour {
  Red = 0,
}

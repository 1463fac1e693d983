/** An order, as both sides know it. */
export interface Order {
  id: string;
}

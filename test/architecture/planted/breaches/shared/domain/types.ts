/** Another drawer. */
export interface Anything {
  id: string;
}

export function whatever(): void {
  return;
}

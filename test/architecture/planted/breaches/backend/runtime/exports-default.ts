export default function nameless(): void {
  return;
}

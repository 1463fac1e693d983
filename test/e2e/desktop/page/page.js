// Tries what the policy forbids and notes what the shell tells, for the specification to read.
window.seen = { links: [], idle: [], violations: [], evaluated: false };
addEventListener('securitypolicyviolation', ({ effectiveDirective }) =>
  window.seen.violations.push(effectiveDirective),
);
try {
  window.seen.evaluated = new Function('return true')();
} catch {
  window.seen.evaluated = 'refused';
}
window.batonDesktop.onDeepLink((link) => window.seen.links.push(link));
window.batonDesktop.onIdleChange((state) => window.seen.idle.push(state));

import { type Cause, type Disposition, findCause, needsCause } from '#shared/domain/disposition';
import { Fault } from '../../runtime/fault.ts';

/** Refuses a disposition without a cause where one is needed, or with one that is unknown or not a leaf. */
export function checkDisposition(
  disposition: Disposition,
  { worstScore, causes }: { worstScore: number; causes: readonly Cause[] },
): void {
  const { causeCode } = disposition;
  const field = 'disposition.causeCode';
  if (causeCode === null) {
    if (!needsCause(worstScore)) return;
    throw new Fault('invalid-input', 'The customer was upset: name the root cause', { field });
  }
  if (findCause(causes, causeCode) === null) {
    throw new Fault('invalid-input', 'There is no such root cause, or it is not the last of its branch', {
      field,
    });
  }
}

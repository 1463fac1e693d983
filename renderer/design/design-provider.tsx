import { CSPProvider } from '@base-ui/react/csp-provider';
import { Tooltip } from '@base-ui/react/tooltip';
import type { ReactNode } from 'react';

/** What the primitives need around them: no style elements (the CSP forbids them), one delay for all tooltips. */
export function DesignProvider({ children }: { children: ReactNode }): ReactNode {
  return (
    <CSPProvider disableStyleElements>
      <Tooltip.Provider delay={400} closeDelay={60}>
        {children}
      </Tooltip.Provider>
    </CSPProvider>
  );
}

import { type RefObject, useCallback, useEffect, useLayoutEffect, useRef } from 'react';

/** Nearer to the end than this counts as reading the end, in pixels. */
export const AT_END_PX = 60;

/**
 * Who reads the end of the log stays at its end: when lines come, when one turns out taller than thought, when the room shrinks under a longer
 * draft. Only moving upwards oneself lets go of it. `mark` changes with whatever may change the height. Returns the way to the end.
 */
export function useStickToEnd(scroller: RefObject<HTMLDivElement | null>, mark: string): () => void {
  const isStuck = useRef(true);
  useLayoutEffect(() => {
    const view = scroller.current;
    if (view && mark !== '' && isStuck.current) view.scrollTop = view.scrollHeight;
  }, [scroller, mark]);
  useEffect(() => {
    const view = scroller.current;
    if (!view) return;
    let top = view.scrollTop;
    const handleScroll = (): void => {
      const gap = view.scrollHeight - view.scrollTop - view.clientHeight;
      if (gap <= AT_END_PX) isStuck.current = true;
      else if (view.scrollTop < top) isStuck.current = false;
      top = view.scrollTop;
    };
    const observer = new ResizeObserver(() => {
      if (isStuck.current) view.scrollTop = view.scrollHeight;
    });
    view.addEventListener('scroll', handleScroll, { passive: true });
    observer.observe(view);
    return () => {
      view.removeEventListener('scroll', handleScroll);
      observer.disconnect();
    };
  }, [scroller]);
  return useCallback(() => {
    isStuck.current = true;
    if (scroller.current) scroller.current.scrollTop = scroller.current.scrollHeight;
  }, [scroller]);
}

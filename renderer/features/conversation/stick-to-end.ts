import { type RefObject, useCallback, useEffect, useLayoutEffect, useRef } from 'react';

/** Nearer to the end than this counts as reading the end, in pixels. */
export const AT_END_PX = 60;

/** So long after a wheel, a touch, a key or a press a scroll is the reader's own. */
const OWN_MS = 600;
/** So long after a change of heights the layout is still finding its place: earlier lines put in above move what is shown by themselves. */
const SETTLING_MS = 400;
const handles = ['wheel', 'touchmove', 'keydown', 'pointerdown', 'focusin'] as const;

/**
 * Who reads the end of the log stays at its end: when lines come, when one turns out taller than thought, when the room shrinks under a longer
 * draft. Only moving upwards oneself lets go of it. `mark` changes with whatever may change the height. Returns the way to the end.
 */
export function useStickToEnd(scroller: RefObject<HTMLDivElement | null>, mark: string): () => void {
  const isStuck = useRef(true);
  const changedAt = useRef(0);
  useLayoutEffect(() => {
    const view = scroller.current;
    changedAt.current = performance.now();
    if (view && mark !== '' && isStuck.current) view.scrollTop = view.scrollHeight;
  }, [scroller, mark]);
  useEffect(() => {
    const view = scroller.current;
    if (!view) return;
    let top = view.scrollTop;
    let touchedAt = Number.NEGATIVE_INFINITY;
    const touch = (): void => {
      touchedAt = performance.now();
    };
    const handleScroll = (): void => {
      const now = performance.now();
      const gap = view.scrollHeight - view.scrollTop - view.clientHeight;
      const isUpwards = view.scrollTop < top;
      const isSettling = now - changedAt.current < SETTLING_MS && now - touchedAt > OWN_MS;
      top = view.scrollTop;
      if (isSettling && isStuck.current) {
        if (gap > 1) view.scrollTop = view.scrollHeight;
      } else if (gap <= AT_END_PX) isStuck.current = true;
      else if (isUpwards) isStuck.current = false;
    };
    const observer = new ResizeObserver(() => {
      changedAt.current = performance.now();
      if (isStuck.current) view.scrollTop = view.scrollHeight;
    });
    view.addEventListener('scroll', handleScroll, { passive: true });
    for (const name of handles) view.addEventListener(name, touch, { passive: true });
    observer.observe(view);
    // The lines themselves: they may find their height after the drawing that `mark` tells of.
    if (view.firstElementChild) observer.observe(view.firstElementChild);
    return () => {
      view.removeEventListener('scroll', handleScroll);
      for (const name of handles) view.removeEventListener(name, touch);
      observer.disconnect();
    };
  }, [scroller]);
  return useCallback(() => {
    isStuck.current = true;
    if (scroller.current) scroller.current.scrollTop = scroller.current.scrollHeight;
  }, [scroller]);
}

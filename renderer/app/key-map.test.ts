import { describe, expect, it } from 'vitest';
import { actionNames } from '../stores/action-store.ts';
import { actionOf, type KeyStroke, keysOf } from './key-map.ts';

function stroke(change: Partial<KeyStroke>): KeyStroke {
  return {
    key: '',
    code: '',
    altKey: false,
    ctrlKey: false,
    metaKey: false,
    shiftKey: false,
    isComposing: false,
    keyCode: 0,
    ...change,
  };
}

describe('key map', () => {
  it('acts on single keys outside text fields only', () => {
    expect(actionOf(stroke({ key: 'g', code: 'KeyG' }), false)).toBe('queue.next');
    expect(actionOf(stroke({ key: 'g', code: 'KeyG' }), true)).toBeNull();
    expect(actionOf(stroke({ key: '?', code: 'Slash', shiftKey: true }), false)).toBe('help.show');
  });

  it('acts on the same key with Alt everywhere, also where Alt writes another character', () => {
    expect(actionOf(stroke({ key: 'n', code: 'KeyN', altKey: true }), true)).toBe('composer.note');
    expect(actionOf(stroke({ key: '˜', code: 'KeyN', altKey: true }), true)).toBe('composer.note');
    expect(actionOf(stroke({ key: '¡', code: 'Digit1', altKey: true }), true)).toBe('card.send-1');
    expect(actionOf(stroke({ key: 'Enter', code: 'Enter', altKey: true }), true)).toBe('composer.suggested');
  });

  it('leaves what an input method composes alone', () => {
    expect(actionOf(stroke({ key: 'g', code: 'KeyG', isComposing: true }), false)).toBeNull();
    expect(actionOf(stroke({ key: 'Process', code: 'KeyG', keyCode: 229 }), false)).toBeNull();
    expect(actionOf(stroke({ key: 'Enter', code: 'Enter', altKey: true, keyCode: 229 }), true)).toBeNull();
  });

  it('leaves AltGr and the browser’s own combinations alone', () => {
    expect(actionOf(stroke({ key: '@', code: 'KeyQ', altKey: true, ctrlKey: true }), false)).toBeNull();
    expect(actionOf(stroke({ key: 'g', code: 'KeyG', ctrlKey: true }), false)).toBeNull();
    expect(actionOf(stroke({ key: 'k', code: 'KeyK', ctrlKey: true }), true)).toBe('search.open');
  });

  it('gives no combination to two actions', () => {
    const all = actionNames.flatMap((action) => keysOf(action));
    expect(new Set(all).size).toBe(all.length);
  });
});

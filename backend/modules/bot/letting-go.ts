import { withoutHesitation } from './courtesies.ts';

const letting =
  /^(?:(?:哦|嗯|好吧|那|额|呃|啊)[，, ]*)*(?:算了|不用了|不办了|先不办|先不用|先不弄|没事了|不取消了|不退了|不换了|不修了|不改了|不查了|不买了|还是算了|(?:那|我)?(?:就|还是)?留着(?:吧|了)|还是要(?:吧|的|了)(?:[，,。.! ！]|$)|还是不(?:退|换|办|取消|修)|先?(?:别|不要|不用)(?:取消|退|换|办|改)(?:了)?|不麻烦了|当我没说|先这样)|^(?:(?:ok|oh|well|hmm|actually|no|wait)[,. ]+)*(?:never ?mind|nvm|forget (?:it|about it|that)|leave it|(?:i['’]?ll |let['’]?s |i )?(?:keep it|keep them)|no need|don['’]?t bother|not (?:any ?more|needed)|nah\b|changed my mind,? (?:i['’]?ll )?keep|don['’]?t cancel|scratch that)/iu;

/** “Never mind”: what was begun is not wanted any more. */
export function letsGo(text: string): boolean {
  return text.length <= LONGEST && letting.test(withoutHesitation(text.trim()));
}

/** What is said after “never mind”, where that is a matter of its own. */
export function afterLettingGo(text: string): string | null {
  let rest = withoutHesitation(text.trim());
  while (letting.test(rest)) rest = rest.replace(letting, '').replace(/^[了吧\s，,。.;；!！]+/u, '');
  return rest.length >= LEAST_MATTER ? rest : null;
}

const LEAST_MATTER = 3;
const LONGEST = 60;

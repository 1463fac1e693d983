import type { MessageMood } from '#shared/domain/mood';
import type { Choice, Turn } from './turn.ts';

const yes =
  /^(?:是的?|对的?|好[的吧呀啊]?|可以[的啊呀]?|行[吧啊]?|嗯+|确认|确定|要的?|办吧|退吧|换吧|修吧|没错|没问题|同意|那就(?:退|换|修|办)吧?|麻烦(?:你|您)?了?|ok|okay|yes|yep|yeah|sure|please do|go ahead|do it|confirm|correct|right)(?:[，,。.!！~ ]|$)/iu;
const no =
  /^(?:不(?!错|过)|先不|算了|取消吧?不|别|没有)|^(?:no|nope|nah|not now|don't|never mind|cancel that)(?:[，,.!~ ]|$)/iu;
/** “No? Then yes”: what was asked in between is done with. */
const asideFirst =
  /^(?:no|oh|ok(?:ay)?|well|hmm?)[\s?,.!]+(?:then |well |so )*(?=(?:yes|yeah|yep|sure|do it)\b)/iu;

/** What a short answer to a yes-or-no question says, or `null` when it says something else. */
export function yesOrNo(turn: Turn): 'yes' | 'no' | null {
  if (turn.means === 'yes' || turn.means === 'no') return turn.means;
  const text = turn.text.trim().replace(asideFirst, '');
  if (text.length > 24) return null;
  if (no.test(text)) return 'no';
  return yes.test(text) || nodded.test(text) ? 'yes' : null;
}

/** Whether a text of any length begins with a yes: “yeah do that, and what do I get for the wait”. */
export function beginsWithYes({ means, text }: Pick<Turn, 'means' | 'text'>): boolean {
  return (
    means === 'yes' ||
    (means === null &&
      /^(?:是的|好的?|可以|行|嗯+|要)[，,。！! ]|^(?:yes|yeah|yep|yup|sure|please|ok(?:ay)?)\b(?! but)/iu.test(
        text.trim(),
      ))
  );
}

/** A nod with the deed that was asked about: “嗯嗯取消吧”, “好的就这样办”, “yes go ahead and cancel”. */
const nodded =
  /^(?:嗯+|好[的吧呀啊]?|行[吧啊]?|对[的啊]?|是的?|可以|确认)[，,。 ]*(?:那?就|帮|麻烦|取消|退|换|修|办|弄|登记)(?!.*[不别没吗呢?？])|^(?:yes|yeah|yep|ok|okay|sure)[, ]+(?:please )?(?:cancel|return|exchange|repair|do|go|register|swap)\b(?!.*[?])/iu;

const ordinals: readonly RegExp[] = [
  /^(?:1|一|①)[.。、]?$|第一|头一|最上面|^(?:the )?first|number one|\btop one/iu,
  /^(?:2|二|②)[.。、]?$|第二|^(?:the )?second|number two/iu,
  /^(?:3|三|③)[.。、]?$|第三|^(?:the )?third|number three/iu,
  /^(?:4|四|④)[.。、]?$|第四|^(?:the )?fourth|number four/iu,
];

const spokenOrdinals: readonly RegExp[] = [
  /第[一1]|头一|\b(?:first|1st|number one|#1|no\.? ?1)\b/iu,
  /第[二2两]|\b(?:second|2nd|number two|#2|no\.? ?2)\b/iu,
  /第[三3]|最后一[个款件]|\b(?:third|3rd|number three|#3|no\.? ?3|last one)\b/iu,
];

/** The places in a list that a text speaks of, from 0, ascending. */
export function ordinalsIn(text: string): number[] {
  return spokenOrdinals.flatMap((ordinal, place) => (ordinal.test(text) ? [place] : []));
}

/** Which of the offered choices a text picks: by its words, by part of them, or by its place. */
export function pickedChoice(text: string, choices: readonly Choice[]): Choice | null {
  const said = plain(text);
  if (said === '' || choices.length === 0) return null;
  const exact = choices.find((choice) => plain(choice.text) === said);
  if (exact) return exact;
  const place = ordinals.findIndex((ordinal) => ordinal.test(text.trim()));
  if (place >= 0 && said.length <= 16) return choices[place] ?? null;
  const partly = choices.filter((choice) => said.length >= 2 && plain(choice.text).includes(said));
  return partly.length === 1 ? (partly[0] ?? null) : null;
}

function plain(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\p{P}\p{S}\s]/gu, '');
}

const aboutBot =
  /答非所问|没(?:有)?(?:用|帮助)(?:啊|呀|吗)?$|不是(?:问)?(?:这个|这意思)|没对上|没答到点|一个字都没答|^不对[啊吧呀]?[，,。.!！]?$|听不懂|没听懂|看不懂人话|(?:说|讲)的什么|废话|复读|\b(?:that(?:'s| is) not (?:it|what i (?:asked|meant))|not (?:helpful|what i (?:asked|meant))|wrong answer|not a single word|(?:not |off )on? ?topic|(?:some )?other question|didn't (?:help|answer)|doesn't (?:help|answer)|you (?:don't|didn't) understand|misunderst(?:ood|and)|understands? me better|useless bot|same answer|intelligent, not|thanks for nothing)\b/iu;

/** “That is not what I asked”: the answer before was a miss, whatever the bot thought of it. */
export function isAboutBot(text: string): boolean {
  return text.length <= 60 && aboutBot.test(text.replace(/[‘’]/gu, "'"));
}

/** Pleased, or kind to the bot itself, in which a model of mood hears too little. */
export function isPleased(text: string, { label, score }: MessageMood): boolean {
  return (label === 'positive' && score >= 0.5) || kindWords.test(text);
}

const kindWords =
  /[你您](?:还|真|好|挺|蛮)?(?:挺|的|是)?(?:聪明|机灵|可爱|能干)|\byou(?:'re| are) (?:so |pretty |quite |very )?(?:smart|clever|cute)\b/iu;

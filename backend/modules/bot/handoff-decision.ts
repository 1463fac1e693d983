import { saysNotSent } from './flow-words.ts';
import { SURE } from './flows/faq.ts';
import { asksWhatYouAre, asksWhenPeopleAreThere, saysNothing, socialWord } from './flows/social-words.ts';
import { staysOnTopic } from './routing.ts';
import { sensitiveSubject } from './sensitive-subjects.ts';
import type { HandoffReason, Turn } from './turn.ts';

/** So low is only anger, whatever the latest words were called. */
const FURIOUS = -0.7;
/** Angry words, in a conversation that stands this low. */
const ANGRY = -0.5;
/** A model takes some short calm lines for angry ones, but not with this certainty. */
const CERTAIN = 0.75;
/** The latest words must be this low themselves: an old quarrel is no new reason. */
const STILL_LOW = -0.4;
const UPSET = -0.2;
/** Where a person is spoken of, so little ill humour will do. */
const FED_UP = -0.1;
/** The last step down must be a real one: odd questions read a little gloomy to the model. */
const FALLEN = -0.3;
/** A fact in so few characters is no complaint yet. */
const BARE_FACT = 16;
/** Falling for this many turns in a row is a trend. */
const FALLING_TURNS = 2;
/** Words no lower than this are no reason to give up on the bot. */
const HOPEFUL = -0.15;
/** Before the bot has answered this often, nothing of the dialogue's course is known. */
const LEAST_ANSWERS = 2;

/**
 * Whether a person is needed before the bot even tries, and why: a wish in so many words always; else a sensitive
 * subject, anger, a mood that keeps falling, or a course that is known to end with a person. Where a person handed back just now, the turn makes an offer of it (rule H6).
 */
export function needsPerson(turn: Turn): HandoffReason | null {
  if (wishesPerson(turn))
    return { trigger: 'asked-for-person', confidence: turn.intent.isExplicitWish ? 1 : 0.9 };
  if (sensitiveSubject(turn.text) !== null) return { trigger: 'sensitive-subject', confidence: 0.9 };
  return byMood(turn) ?? byCourse(turn);
}

/** Foretold from the course of the dialogue: only where the bot has had its chances, and these words give no hope of another. */
function byCourse({ prediction, view, means, text, said, hits }: Turn): HandoffReason | null {
  const answers = view.transcript.filter(({ author }) => author === 'bot').length;
  if (!prediction.isAdvised || means !== null || answers < LEAST_ANSWERS) return null;
  if (saysNothingOfMood(text) || said.score >= HOPEFUL) return null;
  if ((hits[0]?.confidence ?? 0) >= SURE) return null;
  return { trigger: 'predicted', confidence: prediction.probability, reasons: prediction.reasons };
}

/** The wish for a person: tapped, or said outright. A model's guess is not enough, it must be sure. */
function wishesPerson(turn: Turn): boolean {
  if (turn.means !== null) return turn.means === 'person';
  if (refusesBots(turn.text)) return true;
  if (asksWhatYouAre(turn.text) || asksWhenPeopleAreThere(turn.text)) return false;
  return (
    turn.intent.isExplicitWish ||
    wantsSomebody(turn.text) ||
    isSentToPerson(turn) ||
    (turn.intent.intent === 'human' &&
      turn.intent.confidence >= 0.85 &&
      turn.text.length <= 40 &&
      !staysOnTopic(turn))
  );
}

/** Fed up, in words to which the shop's own answer is how to get a person: then the person comes instead of that answer. */
function isSentToPerson({ hits: [best], said, intent }: Turn): boolean {
  const isFedUp = said.score <= FED_UP || intent.intent === 'complaint';
  return best?.intent === 'service.person' && best.confidence >= SURE && isFedUp;
}

/** Somebody to deal with it, in words that name no office. */
function wantsSomebody(text: string): boolean {
  return /(?:找|叫|派|安排|换)(?:个|一个)?(?:人|同事|能(?:管事|处理|做主)的).{0,6}(?:处理|解决|联系|对接|说|谈|管)|(?:来|找|换|有)(?:没有|个|一个)?(?:会?喘气|活)的|\b(?:get|find|send|give|put) me (?:to |through to |on to )?(?:someone|somebody)\b|\b(?:anyone|anybody|someone|somebody) (?:alive|real|human|there|over there|home)\b(?=.{0,16}$)/iu.test(
    text,
  );
}

/** “I'm not doing this with a chatbot”, “somebody who speaks like a human”, “call me back”. */
function refusesBots(text: string): boolean {
  return /会?说人话|(?:别|不要|不想).{0,6}(?:模板|复制|粘贴|套话|敷衍)|\b(?:stop|no more|enough|sick of|tired of)\b.{0,24}\b(?:copy[- ]?(?:and[- ])?paste\w*|canned|templates?|scripted|automated)\b|(?:不(?:想|要|愿意?)|别|懒得)(?:再)?(?:跟|和|同|让|用|拿)?.{0,3}(?:机器|机器人|AI|人工智能|智障)(?:人)?(?:聊|说|讲|谈|对话|回|敷衍|应付|糊弄|忽悠)|(?:给我|给本人)(?:回|打)(?:个|一个)?电话|(?:回|打)(?:个|一个)?电话(?:给|跟|和)我|\b(?:call|ring|phone) me(?: back| please| on| at|$|[.!?,])|\b(?:not|n['’]t|never|no more|sick of|tired of|done|fed up)\b.{0,24}\b(?:chat ?bots?|bots?|robots?|machines?|computers?|ai)\b(?!.{0,20}\b(?:order|buy|sell)\b)|\b(?:someone|somebody) (?:who is |actually )?(?:real|human|alive)\b/iu.test(
    text,
  );
}

function byMood(turn: Turn): HandoffReason | null {
  if (turn.means !== null || saysNothingOfMood(turn.text)) return null;
  const { mood } = turn.view;
  const isAngry = turn.said.label === 'anger' && turn.said.confidence >= CERTAIN && mood.score <= ANGRY;
  if (turn.said.score <= STILL_LOW && (isAngry || isFurious(turn))) {
    return { trigger: 'anger', confidence: Math.min(1, 0.5 + Math.abs(mood.score) / 2) };
  }
  const hasAnswered = turn.view.transcript.some(({ author }) => author === 'bot');
  if (hasAnswered && mood.fallingTurns >= FALLING_TURNS && mood.score <= UPSET && turn.said.score <= FALLEN) {
    return { trigger: 'falling-mood', confidence: Math.min(1, 0.6 + Math.abs(mood.slope)) };
  }
  return null;
}

function isFurious({ view, said }: Turn): boolean {
  return view.mood.score <= FURIOUS && said.confidence >= CERTAIN;
}

/** A greeting, a goodbye, a joke asked for, the bare fact that nothing was sent: too few words for a model to read a mood in. */
function saysNothingOfMood(text: string): boolean {
  const isBareFact = saysNotSent(text) && text.length <= BARE_FACT && !/[!！]/u.test(text);
  return socialWord(text) !== null || asksWhatYouAre(text) || saysNothing(text) || isBareFact;
}

export {
  append,
  type Draft,
  draftOf,
  plan,
  saveDraft,
  say,
} from './draft.ts';
export type {
  Conversation,
  ConversationRepository,
  ConversationStore,
  DialogueRecord,
  DialogueRepository,
  EntryRepository,
  LogEntry,
  LogPart,
  MoodCorrection,
  MoodLog,
  NewConversation,
  SearchHit,
  SpokenAfter,
  StaffMember,
  StaffRepository,
} from './ports.ts';
export {
  type CustomerSide,
  customerConversationOf,
  customerEntryOf,
  customerSideOf,
  entryOf,
  standingOf,
  summaryOf,
} from './present.ts';
export { inUnit, type Unit, type UnitPorts } from './unit.ts';
export { CLOSED_STAYS_MS, isInWorkspace, isOverseer, mayRead, type Viewer } from './visibility.ts';

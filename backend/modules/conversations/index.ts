export { lockDraft, lockReadable, noConversation } from './access.ts';
export {
  type ChangedRow,
  type ChangeRepository,
  type ChangeService,
  createChangeService,
} from './changes.ts';
export {
  type ConversationPorts,
  type ConversationService,
  createConversationService,
} from './conversation-service.ts';
export {
  append,
  type Draft,
  draftOf,
  plan,
  previewOf,
  saveDraft,
  say,
} from './draft.ts';
export { type IncomingMessage, openDraft, type ReceivedMessage } from './incoming.ts';
export { type Appended, appendOnce, type StaffCommand, staffAuthor } from './outgoing.ts';
export { placeInQueue, placeOf } from './place.ts';
export type {
  Conversation,
  ConversationRepository,
  ConversationStore,
  DialogueRecord,
  DialogueRepository,
  EarlyRecall,
  EntryRepository,
  FirstResponseRepository,
  KeptAnswer,
  LogEntry,
  LogPart,
  MessageVersion,
  MoodCorrection,
  MoodLog,
  NewConversation,
  Reader,
  Revisable,
  RevisionRepository,
  SearchHit,
  Showing,
  SpokenAfter,
  StaffMember,
  StaffRepository,
} from './ports.ts';
export {
  type CustomerSide,
  customerConversationOf,
  customerEntryOf,
  customerSideOf,
  departureOf,
  entryOf,
  standingOf,
  summaryOf,
} from './present.ts';
export type { RecordParts } from './revised-words.ts';
export { inUnit, type Unit, type UnitPorts } from './unit.ts';
export {
  audienceOf,
  CLOSED_STAYS_MS,
  isInWorkspace,
  isOverseer,
  mayRead,
  type Viewer,
  type WorkspaceAudience,
} from './visibility.ts';

import type { View } from '../model/engagement.ts';
import type { SectionKey } from '../model/schema.ts';
import { onceFor } from '../values/once-for.ts';

/** Sections of which a table stands in the engagement that is not read, and of which DOC020 or DOC021 speaks: anything may stand there. */
export const unreadSections = onceFor((view: View): ReadonlySet<SectionKey> => {
  return new Set(
    view.documents.flatMap(({ problems }) =>
      problems.flatMap(({ unread }) => (unread === undefined ? [] : [unread])),
    ),
  );
});

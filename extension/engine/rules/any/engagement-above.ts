import { defineRule } from '../define.ts';

export default defineRule({
  code: 'DOC027',
  name: 'engagement-above',
  meta: {
    kinds: ['*'],
    reads: ['*/kind', 'engagement/kind'],
    summary: 'Require an engagement above every active document',
    severity: 'error',
    scope: 'X',
    profiles: ['base'],
    counts: 'count',
    since: '0.1.0',
  },
  messages: {
    none: '{{count}} {{count|document|documents}} from here on {{count|has|have}} no engagement, so nothing in {{count|it|them}} is checked: no engagement.md stands in this folder or above it. Put one there, or leave it to outrigger init.',
    nearKind:
      '{{count}} {{count|document|documents}} from here on {{count|has|have}} no engagement, so nothing in {{count|it|them}} is checked: "kind: {{kind}}" in "{{file}}" is nearly "engagement". Write "kind: engagement".',
    noKind:
      '{{count}} {{count|document|documents}} from here on {{count|has|have}} no engagement, so nothing in {{count|it|them}} is checked: "{{file}}" gives no kind. Write "kind: engagement" into its front matter.',
    otherKind:
      '{{count}} {{count|document|documents}} from here on {{count|has|have}} no engagement, so nothing in {{count|it|them}} is checked: "{{file}}" has the kind "{{kind}}". Write "kind: engagement".',
    otherName:
      '{{count}} {{count|document|documents}} from here on {{count|has|have}} no engagement, so nothing in {{count|it|them}} is checked: "{{file}}" is an engagement document, but only a file called "engagement.md" begins one. Give it that name.',
    named:
      '"{{folder}}" is named here, and no engagement stands there: put an engagement.md with "kind: engagement" into the folder, or correct the name.',
  },
  /** A document without an engagement is part of no view: `lostFindings` speaks of it. */
  document: () => undefined,
});

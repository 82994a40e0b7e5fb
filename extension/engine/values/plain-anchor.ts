/** An anchor as anchors are compared: NFC, in small letters, without what only varies how an emoji looks. */
export function plainAnchor(anchor: string): string {
  if (/^[ -~]*$/.test(anchor)) return anchor.toLowerCase();
  return anchor
    .normalize('NFC')
    .toLowerCase()
    .replace(/[\ufe00-\ufe0f\u200b-\u200d]/g, '');
}

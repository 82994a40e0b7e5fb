/** How a piece of text stands out. A shell turns roles into colours; without colours a report says the same. */
export type Paint = (role: PaintRole, text: string) => string;

export type PaintRole = 'error' | 'warning' | 'info' | 'hint' | 'strong' | 'faint' | 'added' | 'removed';

export const plain: Paint = (_role, text) => text;

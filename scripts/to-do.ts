/** Texts by their English ones, or by a name. */
export type Texts = Readonly<Record<string, string>>;

/** Begins a text that `npm run new` wrote in the place of a Swedish one; `npm run check` asks for it. */
export const toDo = 'ATT GÖRA: ';

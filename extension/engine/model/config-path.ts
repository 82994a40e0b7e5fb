/** The config file, at the root of a workspace unless a shell is told of another. */
export const configPath = 'outrigger.yml';

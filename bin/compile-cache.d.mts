interface CacheHost {
  readonly platform: string;
  readonly variables: Readonly<Record<string, string | undefined>>;
}

export function compileCacheFolder(host: CacheHost): string | undefined;
export function ownCacheFolder(host: CacheHost, below?: string): string | undefined;

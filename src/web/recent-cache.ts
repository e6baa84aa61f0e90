/** A map of bounded size in which the least recently used gives way. */
export { RecentCache } from "../bot/recent-cache.ts";

/** A map of bounded size in which the least recently used gives way. */
export { LRUCache as RecentCache } from "lru-cache";

/** What each kind of Bot API method means for delivery, told by its name. */

/** People see something new when it arrives: a second one would be seen as well. */
export function isVisible(method: string): boolean {
  return /^(?:send(?!ChatAction)|copy|forward|edit|answerInlineQuery)/.test(method);
}

/** Doing it twice has the effect of doing it once, so it may be repeated when nobody knows whether it arrived. */
export function isRepeatable(method: string): boolean {
  return /^(?:get|set|edit|delete|answer|pin|unpin)/.test(method);
}

/** Worth one attempt only: a poll has its own loop, and "typing…" is stale a moment later. */
export function isFleeting(method: string): boolean {
  return method === "getUpdates" || method === "sendChatAction";
}

/**
 * Tells when a request made with `fetch` has left: all of it is in the system's hands, which deliver it even if
 * this process is killed. Before that `fetch` may open a connection and agree on keys, for a tenth of a second or more.
 * Node's `fetch` tells it in its diagnostics channels: https://undici.nodejs.org/#/docs/api/DiagnosticsChannel
 */
import { AsyncLocalStorage } from "node:async_hooks";
import { subscribe, unsubscribe } from "node:diagnostics_channel";

const created = "undici:request:create";
const sent = "undici:request:bodySent";

/** The call within which a request was created: it is sent later, from another chain of calls. */
const callers = new AsyncLocalStorage<object>();

/** Runs a call that makes one request. @param onDeparture not called when the request does not leave */
export async function watchDeparture<Result>(
  call: () => Promise<Result>,
  onDeparture: () => void,
): Promise<Result> {
  const caller = {};
  let request: unknown = null;
  const onCreated = (message: unknown) => {
    if (callers.getStore() === caller) request = requestOf(message);
  };
  const onSent = (message: unknown) => {
    if (request !== null && requestOf(message) === request) onDeparture();
  };
  subscribe(created, onCreated);
  subscribe(sent, onSent);
  try {
    return await callers.run(caller, call);
  } finally {
    unsubscribe(created, onCreated);
    unsubscribe(sent, onSent);
  }
}

function requestOf(message: unknown): unknown {
  return typeof message === "object" && message !== null && "request" in message
    ? message.request
    : null;
}

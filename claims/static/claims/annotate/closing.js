// Taking a claim out of the queue, and back.
import {call} from "./api.js";
import {may} from "./desk.js";
import {refresh} from "./refresh.js";
import {say} from "./say.js";

/** Wire the two doors of an opened claim of card.js; `reload` shows it anew. */
export function startClosing(known, reload) {
  const [closing, reopening] = [known.detail.querySelector(".closing"), known.detail.querySelector(".reopening")];
  const act = async (verb, body, done) => {
    const answer = await call("POST", `claims/${known.id}/${verb}/`, {body, version: known.claim.version});
    await refresh();
    await reload();
    say(answer.ok ? done : answer.message, {grave: !answer.ok});
  };
  closing.querySelector("button").addEventListener("click", () => act("close", {reason: closing.querySelector("select").value}, "Closed. It is out of the queue."));
  reopening.querySelector("button").addEventListener("click", () => act("reopen", {}, "Reopened. It is back in the queue."));
}

/** Show the door that is open. */
export function showClosing(known) {
  known.detail.querySelector(".closing").hidden = Boolean(known.claim.closed);
  known.detail.querySelector(".reopening").hidden = !(known.claim.closed && may("claims:write"));
}

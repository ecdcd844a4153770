// A camera of our own: what it takes is sent as it was taken, and the office notes the time by its own clock (R7.4).

import { make } from "./dom.js";
import { t } from "./strings.js";

const QUALITY = 0.9;
const taken = new WeakSet();

/** Whether a file is a picture this camera took, and nobody chose it from anywhere. */
export const isOurs = (file) => taken.has(file);

/** False where there is none, or the page may not have one: then the usual ways are left. */
export const isThere = () => Boolean(navigator.mediaDevices?.getUserMedia);

/** Shows what the camera sees until a picture is taken, or the person closes it; `take(file)` gets the picture. */
export async function openCamera(take, fail) {
  let stream;
  try {
    stream = await navigator.mediaDevices.getUserMedia({ audio: false, video: { facingMode: "environment", width: { ideal: 1920 } } });
  } catch {
    return fail(t("no-camera"));
  }
  const video = make("video", { id: "finder", autoplay: true, playsinline: true, "aria-label": t("finder") });
  video.muted = true;
  video.srcObject = stream;
  const shutter = make("button", { type: "button", id: "shutter", class: "main" }, t("shutter"));
  const close = make("button", { type: "button", id: "close-camera" }, t("close-camera"));
  const dialog = make("dialog", { id: "camera-dialog", "aria-label": t("camera-here") }, video, make("div", { class: "row" }, close, shutter));
  dialog.addEventListener("close", () => {
    for (const track of stream.getTracks()) track.stop();
    dialog.remove();
  });
  close.addEventListener("click", () => dialog.close());
  shutter.addEventListener("click", async () => {
    if (!video.videoWidth) return;
    shutter.disabled = true;
    const picture = await shot(video);
    dialog.close();
    taken.add(picture);
    take(picture);
  });
  document.body.append(dialog);
  dialog.showModal();
  shutter.focus();
}

async function shot(video) {
  const canvas = make("canvas", { width: video.videoWidth, height: video.videoHeight });
  canvas.getContext("2d").drawImage(video, 0, 0);
  const blob = await new Promise((resolve) => canvas.toBlob(resolve, "image/jpeg", QUALITY));
  return new File([blob], "camera.jpg", { type: "image/jpeg" });
}

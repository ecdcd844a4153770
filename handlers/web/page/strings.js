// The page's own few words, in both languages. What the office says comes from the server.

const TEXTS = {
  "zh-CN": {
    "title": "考务通",
    "menu": "菜单",
    "language": "Switch language / 切换语言",
    "other-language": "EN",
    "log": "对话",
    "answer": "回答",
    "latest": "有新消息",
    "back": "返回",
    "cancel": "取消",
    "me": "我：",
    "bot": "考务通：",
    "progress": "第 {step} 项，共 {of} 项",
    "shown": "现在的内容：{value}",
    "send": "发送",
    "search": "搜索",
    "search-for": "输入名称、代码或拼音首字母",
    "skip": "跳过",
    "say": "说说要做什么",
    "or-type": "也可以打字回答",
    "choose": "请选择",
    "type-date": "改为打字输入",
    "pick-date": "改为选择日期",
    "date-pattern": "例如 2001-09-30",
    "month-pattern": "例如 2024-09",
    "show-password": "显示",
    "hide-password": "隐藏",
    "characters": "{count} / 18 位",
    "pad": "数字键盘",
    "letters": "字母键盘",
    "digits": "数字键盘",
    "close-pad": "收起",
    "erase": "删除一位",
    "camera": "拍照",
    "camera-here": "在这里拍（自动记时间）",
    "finder": "相机画面",
    "shutter": "拍下",
    "close-camera": "不拍了",
    "no-camera": "打不开相机。请允许本页使用相机，或用下面的办法。",
    "choose-photo": "选择照片",
    "choose-file": "选择文件",
    "send-photo": "发送这张",
    "send-file": "发送这个文件",
    "send-workbook": "发送 Excel 文件",
    "another": "换一个",
    "preview": "将要发送的照片",
    "no-preview": "此格式不能在这里预览，可以直接发送",
    "edit": "修改",
    "private": "（已填写，不在这里显示）",
    "waiting": "等待发送",
    "sending": "正在发送",
    "uploading": "正在上传",
    "stop": "停止",
    "failed": "没有发出",
    "again": "再发一次",
    "discard": "不发了",
    "take-back": "撤回",
    "unkept-file": "（文件没有留下）",
    "choose-one": "请点一个选项。",
    "offline": "现在没有网络。你发的内容会在恢复后按顺序送出。",
    "retrying": "还没有送到，正在重新发送。你填的内容都在。",
    "reconnecting": "正在重新连接。",
    "new-session": "上次的连接已经失效，现在是新的对话。登录后可以看到原来的内容。",
    "moved-on": "这一项已经回答过了，请看现在的问题。",
    "not-accepted": "刚才这一条没有被接收，请再发一次。",
    "handover": "换到这里继续",
    "handover-loading": "正在查看这个链接。",
    "handover-what": "确认后，这份填写会转到这台设备。打开这个页面本身不会改变什么。",
    "handover-name": "谁的",
    "handover-from": "来自",
    "handover-form": "正在填写",
    "handover-continue": "在这里继续",
    "handover-signed-in": "这台设备上已经有人登录。继续的话会先退出那个账户，它的内容都还在。",
    "handover-replace": "退出原账户，在这里继续",
    "handover-leave": "不用了，回到对话",
    "handover-expired": "这个链接已经失效。链接只能用一次，10 分钟内有效。回到原来的对话，发送“换设备继续”，就能拿到新的链接。",
    "handover-to-chat": "打开对话",
    "handover-offline": "现在连不上服务器，链接还没有用掉。请稍后再试。",
    "try-again": "再试一次",
  },
  "en": {
    "title": "Kaowu 考务通",
    "menu": "Menu",
    "language": "切换语言 / Switch language",
    "other-language": "中文",
    "log": "Conversation",
    "answer": "Your answer",
    "latest": "New message",
    "back": "Back",
    "cancel": "Cancel",
    "me": "Me: ",
    "bot": "Kaowu: ",
    "progress": "Item {step} of {of}",
    "shown": "At present: {value}",
    "send": "Send",
    "search": "Search",
    "search-for": "Name, code or pinyin initials",
    "skip": "Skip",
    "say": "Say what you need",
    "or-type": "Or type your answer",
    "choose": "Please choose",
    "type-date": "Type the date",
    "pick-date": "Pick the date",
    "date-pattern": "e.g. 2001-09-30",
    "month-pattern": "e.g. 2024-09",
    "show-password": "Show",
    "hide-password": "Hide",
    "characters": "{count} of 18",
    "pad": "Number pad",
    "letters": "Letters",
    "digits": "Digits",
    "close-pad": "Close",
    "erase": "Erase one",
    "camera": "Take photo",
    "camera-here": "Take it here (time noted)",
    "finder": "What the camera sees",
    "shutter": "Take",
    "close-camera": "Close",
    "no-camera": "The camera cannot be opened. Please allow this page to use it, or take another way.",
    "choose-photo": "Choose photo",
    "choose-file": "Choose file",
    "send-photo": "Send this photo",
    "send-file": "Send this file",
    "send-workbook": "Send an Excel file",
    "another": "Another one",
    "preview": "The photo about to be sent",
    "no-preview": "This kind cannot be previewed here. You can send it as it is.",
    "edit": "Edit",
    "private": "(answered, not shown here)",
    "waiting": "Waiting",
    "sending": "Sending",
    "uploading": "Uploading",
    "stop": "Stop",
    "failed": "Not sent",
    "again": "Send again",
    "discard": "Discard",
    "take-back": "Take back",
    "unkept-file": "(file not kept)",
    "choose-one": "Please tap one of the options.",
    "offline": "You are offline. What you send goes out in order once the network is back.",
    "retrying": "Not delivered yet; sending again. Nothing you entered is lost.",
    "reconnecting": "Reconnecting.",
    "new-session": "The last connection has ended; this is a new conversation. Log in to see the earlier one.",
    "moved-on": "That item was already answered. Here is the present question.",
    "not-accepted": "That message was not accepted. Please send it again.",
    "handover": "Continue here",
    "handover-loading": "Looking at this link.",
    "handover-what": "Once you confirm, this form moves to this device. Opening the page changes nothing.",
    "handover-name": "Whose",
    "handover-from": "From",
    "handover-form": "Form",
    "handover-continue": "Continue here",
    "handover-signed-in": "Someone is signed in on this device. Continuing signs that account out first; nothing in it is lost.",
    "handover-replace": "Sign out and continue here",
    "handover-leave": "No, back to the chat",
    "handover-expired": "This link is no longer valid. A link works once, within 10 minutes. Go back to the first conversation and send “/handover” for a new one.",
    "handover-to-chat": "Open the chat",
    "handover-offline": "The server cannot be reached. The link is still unused; please try again shortly.",
    "try-again": "Try again",
  },
};

let language = "zh-CN";

/** The language to ask for before the server knows the person. */
export const preferred = () => ((navigator.language || "zh").startsWith("zh") ? "zh-CN" : "en");

/** Speak this language from now on; true when that is a change. */
export function speak(tag) {
  const next = tag.startsWith("zh") ? "zh-CN" : "en";
  const changed = next !== language;
  language = next;
  document.documentElement.lang = next;
  document.title = t("title");
  for (const node of document.querySelectorAll("[data-text]")) node.textContent = t(node.dataset.text);
  for (const node of document.querySelectorAll("[data-label]")) node.setAttribute("aria-label", t(node.dataset.label));
  return changed;
}

/** The text of a key in the present language. */
export function t(key, values = {}) {
  return TEXTS[language][key].replace(/\{(\w+)\}/g, (_, name) => values[name]);
}

/** A moment as people say it: the time today, with the date otherwise. */
export function moment(iso) {
  const at = new Date(iso);
  const time = { hour: "2-digit", minute: "2-digit", hour12: false };
  const today = at.toDateString() === new Date().toDateString();
  return at.toLocaleString(language, today ? time : { year: "numeric", month: "numeric", day: "numeric", ...time });
}

/** A size in bytes as people say it. */
export function size(bytes) {
  return bytes < 1_000_000 ? `${Math.max(1, Math.round(bytes / 1000))} KB` : `${(bytes / 1_000_000).toFixed(2)} MB`;
}

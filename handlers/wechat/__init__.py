"""WeChat: an official account (服务号). Replies go in the callback's own answer, everything else by its API."""

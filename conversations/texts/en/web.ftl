# What the web page and the API say outside of conversations: problems, and where a handover comes from.

channel-web = Web page
channel-wechat = WeChat

handover-continued = Continued on this device. Everything filled in is still here.

web-not-readable = The request could not be read
    .detail = This request is not valid JSON or form data.
web-not-json = Wrong format
    .detail = Please send it as Content-Type: application/json.
web-not-a-form = Wrong format
    .detail = Please send an id and one file as multipart/form-data.
web-fields-wrong = Incomplete or not right
    .detail = Please check these fields: { $fields }.
web-text-too-long = The text is too long
    .detail = At most { $most } characters at a time. Please send it in parts.
web-too-large = Too large
    .detail = At most { $most } can be sent. Please send a smaller one.
web-no-session = The conversation has ended
    .detail = This conversation is no longer valid. Please open the page again and sign in or continue.
web-other-site = Not accepted
    .detail = This request came from another site and was not carried out.
web-key-reused = This id was used before
    .detail = This id already belongs to another message. Please send it again under a new one.
web-busy = Busy right now
    .detail = Please try again in { $seconds } seconds. Everything filled in is still here.
web-too-many = Too many tries
    .detail = Please try again in { $minutes } minutes.
web-too-many-streams = Too many pages are open
    .detail = Please close some of them first.
web-refused = Not accepted
web-handover-gone = The link is no longer valid
    .detail = A link works once, within 10 minutes. Please send “/handover” in the first conversation for a new one.
web-somebody-signed-in = Someone is signed in on this device
    .detail = Continuing signs that account out first. Please confirm before going on.
web-link-expired = The link has expired
    .detail = Please open this file from the conversation again.
web-not-found = Not found
    .detail = There is nothing here, or it is not for this account.
web-wrong-method = Wrong method
    .detail = This address cannot be used like that.
web-our-fault = That did not work
    .detail = It is our fault; everything filled in is still here. Please try again later.

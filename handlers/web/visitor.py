"""Who is calling: the session a request carries, whether our own page sent it, and from which address."""

from dataclasses import dataclass, field
from ipaddress import ip_address
from urllib.parse import urlsplit

from fastapi import Request, Response

from conversations.incoming import SessionUnknown
from handlers.web.desk import PublicFacts
from handlers.web.problems import Problem
from store.sessions import SessionKind

COOKIE_DAYS = 90
OUR_OWN = frozenset({"same-origin", "none"})


@dataclass(frozen=True, slots=True)
class Carried:
    """A session's token and how it came, which is how a new one goes back."""

    token: str = field(repr=False)
    kind: SessionKind


class Doorkeeper:
    """Reads and writes what stands between a request and its person."""

    def __init__(self, public: PublicFacts) -> None:
        self._proxies = public.proxies
        self._origin = origin(public.url)
        self.secure = public.url.startswith("https:")
        # The prefix makes browsers refuse a cookie that a neighbouring host planted.
        self._cookie = "__Host-kaowu" if self.secure else "kaowu"

    def session(self, request: Request) -> Carried:
        """The session the request comes in; raises SessionUnknown without one.

        A cookie counts only from our own page: other sites can make a browser send it, too.
        """
        bearer = bearer_of(request)
        if bearer is not None:
            return Carried(bearer, SessionKind.BEARER)
        token = request.cookies.get(self._cookie)
        if not token:
            raise SessionUnknown
        self.require_our_page(request)
        return Carried(token, SessionKind.COOKIE)

    def token_for_reading(self, request: Request) -> str:
        """As `session`, for a link that may also be followed from outside: it shows and changes nothing."""
        token = bearer_of(request) or request.cookies.get(self._cookie)
        if not token:
            raise SessionUnknown
        return token

    def require_our_page(self, request: Request) -> None:
        """403 for a request another site made the browser send.

        Browsers that do not say where it comes from name at least the origin when something may change.
        """
        site = request.headers.get("sec-fetch-site")
        if site is not None:
            ours = site in OUR_OWN
        elif request.method == "GET":
            ours = True
        else:
            named = origin(request.headers.get("origin", ""))
            ours = named is not None and named in {
                self._origin,
                (request.url.scheme, request.headers.get("host", "")),
            }
        if not ours:
            raise Problem(403, "web-other-site")

    def hand_cookie(self, response: Response, token: str) -> None:
        response.set_cookie(
            self._cookie,
            token,
            max_age=COOKIE_DAYS * 24 * 3600,
            path="/",
            secure=self.secure,
            httponly=True,
            samesite="lax",
        )

    def address(self, request: Request) -> str | None:
        """Where the caller is: what the last of our own proxies saw, never what a caller says of itself."""
        address = request.client.host if request.client else None
        if address is None or not self._is_proxy(address):
            return address
        for hop in reversed(request.headers.get("x-forwarded-for", "").split(",")):
            seen = hop.strip()
            if not is_address(seen):
                break
            address = seen
            if not self._is_proxy(seen):
                break
        return address

    def _is_proxy(self, address: str) -> bool:
        if not self._proxies or not is_address(address):
            return False
        one = ip_address(address)
        return any(one in network for network in self._proxies)


def bearer_of(request: Request) -> str | None:
    scheme, _, token = request.headers.get("authorization", "").partition(" ")
    return token.strip() if scheme.lower() == "bearer" else None


def origin(url: str) -> tuple[str, str] | None:
    parts = urlsplit(url)
    return (parts.scheme, parts.netloc) if parts.netloc else None


def is_address(text: str) -> bool:
    try:
        ip_address(text)
    except ValueError:
        return False
    return True

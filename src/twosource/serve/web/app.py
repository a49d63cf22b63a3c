"""A desk in, the web application out."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, nullcontext

from fastapi import Depends, FastAPI
from fastapi.staticfiles import StaticFiles

from twosource import __version__
from twosource.base.archive import Archive, Run
from twosource.runners.versions import find_versions
from twosource.serve.web.csrf import FormKeys
from twosource.serve.web.errors import add_handlers
from twosource.serve.web.limits import Limits
from twosource.serve.web.look import ASSETS, STATIC
from twosource.serve.web.negotiate import JsonSuffix
from twosource.serve.web.openapi import describe
from twosource.serve.web.people import require_login
from twosource.serve.web.printing import at_hand
from twosource.serve.web.remembering import Pages
from twosource.serve.web.routes import ROUTERS
from twosource.serve.web.security import Guard
from twosource.serve.web.shell import Desk


def create_app(desk: Desk) -> FastAPI:
    """The application over the desk's archive, opened now. Raises ArchiveError."""
    run = Run(desk.clock(), "desk", find_versions(desk.settings))
    archive = Archive.open(desk.archive, run)

    @asynccontextmanager
    async def life(_: FastAPI) -> AsyncIterator[None]:
        with archive, at_hand(desk, archive) if desk.prints else nullcontext():
            yield

    app = FastAPI(
        title="twosource desk", version=__version__, lifespan=life, docs_url=None, redoc_url=None,
        openapi_url="/openapi.json", dependencies=[Depends(require_login)],
    )  # fmt: skip
    app.state.desk = desk
    app.state.archive = archive
    app.state.pages = Pages()
    for router in ROUTERS:
        app.include_router(router)
    app.mount("/assets", StaticFiles(directory=ASSETS), name="assets")
    app.mount("/static", StaticFiles(directory=STATIC, check_dir=False), name="static")
    add_handlers(app)
    describe(app)
    app.add_middleware(JsonSuffix)
    app.add_middleware(FormKeys)
    app.add_middleware(Limits)
    app.add_middleware(Guard, hosts=desk.hosts)
    return app

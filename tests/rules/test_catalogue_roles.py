"""Is a host taken for what it does?"""

from __future__ import annotations

import pytest

from staffroom.records.services import Role
from staffroom.rules import catalogue

CATALOGUE = catalogue.load()

ROLES = {
    Role.INTERACTIVE: """
        facebook www.facebook.com; facebook m.facebook.com; facebook facebook.com; x x.com; x twitter.com;
        x mobile.twitter.com; x api.x.com; instagram www.instagram.com; instagram i.instagram.com;
        whatsapp web.whatsapp.com; discord discord.com; youtube www.youtube.com; reddit old.reddit.com;
        linkedin www.linkedin.com; tiktok www.tiktok.com; mastodon mastodon.social; threads www.threads.com;
        copains-d-avant copainsdavant.linternaute.com; bluesky morel.us-east.host.bsky.network;
        moneysavingexpert-forum forums.moneysavingexpert.com; blogger year-five-blog.blogspot.com
    """,
    Role.MEDIA: """
        facebook static.xx.fbcdn.net; facebook scontent.xx.fbcdn.net; facebook scontent-lhr8-1.xx.fbcdn.net;
        x abs.twimg.com; x pbs.twimg.com; x video.twimg.com; whatsapp mmg.whatsapp.net;
        whatsapp static.whatsapp.net; whatsapp media-lhr8-1.cdn.whatsapp.net; discord cdn.discordapp.com;
        youtube i.ytimg.com; youtube rr3---sn-aigl6nz7.googlevideo.com; linkedin static.licdn.com;
        linkedin media.licdn.com; reddit i.redd.it; reddit preview.redd.it; pinterest i.pinimg.com;
        instagram scontent.cdninstagram.com; tiktok p16-sign.tiktokcdn-eu.com; twitch static-cdn.jtvnw.net
    """,
    Role.EMBED: """
        facebook connect.facebook.net; facebook graph.facebook.com; x platform.twitter.com;
        x syndication.twitter.com; x cdn.syndication.twimg.com; linkedin platform.linkedin.com;
        youtube www.youtube-nocookie.com; vimeo player.vimeo.com; pinterest assets.pinterest.com;
        reddit embed.reddit.com; soundcloud w.soundcloud.com; bluesky embed.bsky.app;
        strava strava-embeds.com; twitch player.twitch.tv; google-plus plus.google.com
    """,
    Role.TRACKING: """
        linkedin px.ads.linkedin.com; linkedin snap.licdn.com; x analytics.twitter.com;
        x static.ads-twitter.com; tiktok analytics.tiktok.com; snapchat tr.snapchat.com;
        snapchat sc-static.net; pinterest ct.pinterest.com; reddit alb.reddit.com; quora q.quora.com;
        nextdoor ads.nextdoor.com; youtube s.youtube.com
    """,
    Role.BACKGROUND: """
        facebook mqtt-mini.facebook.com; facebook edge-mqtt.facebook.com; whatsapp g.whatsapp.net;
        whatsapp e1.whatsapp.net; whatsapp e16.whatsapp.net; discord gateway.discord.gg;
        instagram gateway.instagram.com; signal chat.signal.org; reddit gql-realtime.reddit.com
    """,
    Role.LOGIN: """
        youtube accounts.youtube.com; snapchat accounts.snapchat.com; vk oauth.vk.com; qq graph.qq.com
    """,
    Role.SHORTENER: """
        x t.co; linkedin lnkd.in; pinterest pin.it; youtube youtu.be; reddit redd.it; whatsapp wa.me;
        facebook fb.me; weibo t.cn; linktree linktr.ee
    """,
}
CASES = [(*case.split(), role) for role, cases in ROLES.items() for case in cases.split(";")]


@pytest.mark.parametrize(("service", "host", "role"), CASES, ids=[case[1] for case in CASES])
def test_a_host_belongs_to_its_service_in_its_role(service: str, host: str, role: Role):
    listing = CATALOGUE.listing(host.encode())
    assert listing is not None
    assert (listing.service, listing.role) == (service, role)


def test_the_button_of_a_network_never_counts_as_its_page():
    page, button = CATALOGUE.listing(b"www.facebook.com"), CATALOGUE.listing(b"connect.facebook.net")
    assert page is not None
    assert button is not None
    assert page.service == button.service
    assert page.role is not button.role


def test_the_parts_of_a_page_are_different_hosts_of_the_service():
    page, script, picture = (
        CATALOGUE.listing(host)
        for host in (b"www.facebook.com", b"static.xx.fbcdn.net", b"scontent.xx.fbcdn.net")
    )
    assert page is not None
    assert script is not None
    assert picture is not None
    assert len({page.position, script.position, picture.position}) == 3

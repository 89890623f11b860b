"""Where nothing is ever sent: every way of writing an address that is not public."""

import socket

import pytest

from factcheck.outgoing import Forbidden, NoAnswer, destination_of, send
from factcheck.outgoing.forbidden import TABLE, why_forbidden

FORBIDDEN = [
    # Loopback and the machine itself, plainly and in every other writing of an IPv4 address.
    "http://127.0.0.1/",
    "http://127.0.0.1:80/",
    "http://127.1/",
    "http://127.0.1/",
    "http://127.255.255.254/",
    "http://0177.0.0.1/",
    "http://0177.1/",
    "http://017700000001/",
    "http://0x7f.0.0.1/",
    "http://0x7f.1/",
    "http://0x7f000001/",
    "http://0X7F000001/",
    "http://2130706433/",
    "http://127.0.0.1./",
    "http://127.000.000.001/",
    "http://00127.0.0.1/",
    "http://１２７.０.０.１/",
    "http://①②⑦.⓪.⓪.①/",
    "http://127。0。0。1/",
    "http://0/",
    "http://0.0.0.0/",
    "http://0x0/",
    "http://localhost/",
    "https://LOCALHOST./",
    "http://hooks.localhost/",
    "http://[::1]/",
    "http://[0:0:0:0:0:0:0:1]/",
    "http://[::]/",
    # Private, shared, link-local and clouds' metadata.
    "http://10.0.0.1/",
    "http://10.255.255.255/",
    "http://172.16.0.1/",
    "http://172.31.255.255/",
    "http://192.168.1.1/",
    "http://100.64.0.1/",
    "http://100.100.100.200/latest/meta-data/",
    "http://169.254.169.254/latest/meta-data/",
    "http://2852039166/latest/meta-data/",
    "http://0xa9fea9fe/",
    "http://169.254.170.2/",
    "http://168.63.129.16/",
    "http://192.0.0.192/",
    "http://[fd00:ec2::254]/latest/meta-data/",
    "http://[fc00::1]/",
    "http://[fdff::1]/",
    "http://[fe80::1]/",
    "http://[fe80::1%25eth0]/",
    "http://[fec0::1]/",
    # Everything that nobody lives at.
    "http://192.0.2.1/",
    "http://198.51.100.1/",
    "http://203.0.113.1/",
    "http://198.18.0.1/",
    "http://198.19.255.255/",
    "http://192.88.99.1/",
    "http://224.0.0.1/",
    "http://239.255.255.250/",
    "http://240.0.0.1/",
    "http://255.255.255.255/",
    "http://[ff02::1]/",
    "http://[100::1]/",
    "http://[2001:db8::1]/",
    "http://[3fff::1]/",
    "http://[2001:2::1]/",
    "http://[2001:10::1]/",
    "http://[3ffe::1]/",
    "http://[4000::1]/",
    "http://[8000::1]/",
    # Private addresses within others.
    "http://[::ffff:127.0.0.1]/",
    "http://[::ffff:7f00:1]/",
    "http://[0:0:0:0:0:ffff:0a00:0001]/",
    "http://[::ffff:8.8.8.8]/",
    "http://[::ffff:0:127.0.0.1]/",
    "http://[::127.0.0.1]/",
    "http://[64:ff9b::7f00:1]/",
    "http://[64:ff9b::169.254.169.254]/",
    "http://[64:ff9b:1::a00:1]/",
    "http://[2002:7f00:1::]/",
    "http://[2002:a9fe:a9fe::1]/",
    "http://[2001:0:7f00:1::]/",
    # Addresses in disguise.
    "http://user@93.184.216.34/",
    "http://user:password@93.184.216.34/",
    "http://93.184.216.34@127.0.0.1/",
    "http://93.184.216.34\\@127.0.0.1/",
    "http://93.184.216.34 @127.0.0.1/",
    "http://127.0.0.1\t/",
    "http://127.0.0.1\r\nHost: public.example/",
    "http://12%37.0.0.1/",
    "http://[127.0.0.1]/",
    "http://[::1/",
    "http://93.184.216.34:22/",
    "http://93.184.216.34:6379/",
    "http://93.184.216.34:0/",
    "http://93.184.216.34:65536/",
    "http://93.184.216.34:8080/",
    "http:///path",
    "//127.0.0.1/",
    "127.0.0.1",
    "",
    "ftp://93.184.216.34/",
    "file:///etc/passwd",
    "gopher://93.184.216.34/",
    "unix:///run/service.sock",
    "javascript:alert(1)",
    "http://example..com/",
    "http://-x.example/",
    "http://exa mple.com/",
    f"http://{'a' * 64}.example/",
    f"http://{'.'.join(['a' * 60] * 5)}/",
]

# What a name may turn out to be.
RESOLVED = [
    "127.0.0.1",
    "10.1.2.3",
    "169.254.169.254",
    "100.64.0.1",
    "0.0.0.1",
    "192.168.0.10",
    "224.0.0.251",
    "::1",
    "::ffff:10.0.0.1",
    "64:ff9b::a00:1",
    "fe80::1%2",
    "fd12::1",
    "2002:a00:1::",
    "2001:0:a00:1::",
]


class Spy:
    """Stands for the network: which names were looked up, and which addresses were called."""

    def __init__(self, *answers):
        self.answers = list(answers)
        self.looked_up = []
        self.called = []

    def getaddrinfo(self, host, port, *args, **kwargs):
        self.looked_up.append(host)
        found = self.answers.pop(0) if len(self.answers) > 1 else self.answers[0]
        return [
            (
                socket.AF_INET6 if ":" in each else socket.AF_INET,
                socket.SOCK_STREAM,
                6,
                "",
                (each, port),
            )
            for each in found
        ]

    def socket(self, *args, **kwargs):
        spy = self

        class Socket:
            def connect(self, address):
                spy.called.append(address[0])
                raise ConnectionRefusedError("nobody there")

            def settimeout(self, seconds):
                pass

            def close(self):
                pass

        return Socket()


@pytest.fixture
def network(monkeypatch):
    def of(*answers):
        spy = Spy(*answers)
        monkeypatch.setattr(socket, "getaddrinfo", spy.getaddrinfo)
        monkeypatch.setattr(socket, "socket", spy.socket)
        return spy

    return of


@pytest.mark.parametrize("url", FORBIDDEN)
def test_no_connection_is_made_to_a_forbidden_address(url, network):
    spy = network(["93.184.216.34"])

    with pytest.raises(Forbidden):
        send("GET", url)

    assert (spy.looked_up, spy.called) == ([], [])


@pytest.mark.parametrize("address", RESOLVED)
def test_no_connection_is_made_where_a_name_leads_to_a_forbidden_address(address, network):
    spy = network([address])

    with pytest.raises(Forbidden, match="not public"):
        send("GET", "https://harmless.example/")

    assert spy.called == []


def test_one_forbidden_address_among_good_ones_is_enough(network):
    spy = network(["93.184.216.34", "10.0.0.1"])

    with pytest.raises(Forbidden):
        send("GET", "https://mixed.example/")

    assert spy.called == []


def test_a_name_that_changes_its_mind_is_looked_up_once(network):
    spy = network(["93.184.216.34"], ["127.0.0.1"])

    with pytest.raises(NoAnswer):
        send("GET", "https://rebinding.example/")

    assert spy.looked_up == ["rebinding.example"]
    assert spy.called == ["93.184.216.34"]


def test_there_are_more_than_enough_of_them():
    assert len(set(FORBIDDEN)) + len(RESOLVED) > 100


@pytest.mark.parametrize(
    "address", ["93.184.216.34", "8.8.8.8", "172.32.0.1", "2606:4700::1111", "2a00:1450::1"]
)
def test_public_addresses_are_public(address):
    assert why_forbidden(address) == ""


def test_every_network_of_the_table_is_forbidden_at_both_ends():
    for kind, networks in TABLE.items():
        for network in networks:
            first = network.partition("/")[0]
            assert why_forbidden(first), (kind, network)


def test_loopback_is_open_only_where_somebody_says_so():
    assert destination_of("http://127.0.0.1:9000/x", allow_loopback=True).port == 9000
    assert destination_of("http://[::1]:9000/", allow_loopback=True).host == "::1"
    assert destination_of("http://localhost:9000/", allow_loopback=True).host == "localhost"


@pytest.mark.parametrize(
    "url",
    [
        "http://10.0.0.1/",
        "http://[::ffff:127.0.0.1]/",
        "http://0x7f000001/",
        "http://0.0.0.0/",
        "http://93.184.216.34:9000/",
        "http://user@127.0.0.1/",
    ],
)
def test_where_loopback_is_open_nothing_else_is(url):
    with pytest.raises(Forbidden):
        destination_of(url, allow_loopback=True)


def test_an_address_is_read_as_everybody_reads_it():
    there = destination_of("HTTPS://Bücher.Example:443/päth a?q=ü#part".replace(" ", "%20"))

    assert there.host == "xn--bcher-kva.example"
    assert there.authority == "xn--bcher-kva.example"
    assert there.path == "/p%C3%A4th%20a?q=%C3%BC"

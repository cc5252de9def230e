#!/usr/bin/env bash
# A real mail server for tests: Postfix (submission with STARTTLS and sign-in) and Dovecot (IMAP, maildir), private to one folder and to this computer.
#   mailserver.sh start DIR SMTP_PORT IMAP_PORT      mailserver.sh stop DIR
# Any address is delivered; the IMAP user is the recipient's address, the password of everybody is "test". Mail to bestaatniet@… is refused (550 5.1.1).
# Needs root, postfix, dovecot-imapd, dovecot-lmtpd and openssl. Nothing runs from /etc; nothing is sent outside.
set -euo pipefail
action=$1 dir=$2

start() {
  local smtp=$1 imap=$2
  # Everything goes to a file: a daemon that keeps the caller's pipe would keep the caller waiting.
  mkdir -p "$dir"; chmod 755 "$dir"
  exec >"$dir/start.log" 2>&1 </dev/null
  certificates
  dovecot_config "$imap"
  dovecot -c "$dir/dovecot.conf"
  postfix_config "$smtp"
  postfix -c "$dir/postfix" start
  for port in "$smtp" "$imap"; do
    for _ in $(seq 100); do
      (exec 3<>"/dev/tcp/127.0.0.1/$port") 2>/dev/null && continue 2
      sleep 0.1
    done
    echo "port $port does not open"; return 1
  done
  echo ready
}

certificates() {
  openssl req -x509 -newkey rsa:2048 -nodes -days 7 -subj "/CN=Mail rig authority" -keyout "$dir/ca.key" -out "$dir/ca.pem" \
    -addext basicConstraints=critical,CA:TRUE -addext keyUsage=critical,keyCertSign
  openssl req -newkey rsa:2048 -nodes -subj "/CN=localhost" -keyout "$dir/server.key" -out "$dir/server.csr"
  openssl x509 -req -in "$dir/server.csr" -CA "$dir/ca.pem" -CAkey "$dir/ca.key" -CAcreateserial -days 7 -out "$dir/server.pem" \
    -extfile <(echo "subjectAltName=DNS:localhost,IP:127.0.0.1")
}

dovecot_config() {
  mkdir -p "$dir/mail" "$dir/dovecot"
  chown mail:mail "$dir/mail"
  cat >"$dir/dovecot.conf" <<CONF
base_dir = $dir/dovecot
state_dir = $dir/dovecot
instance_name = rig-$(basename "$dir")
log_path = $dir/dovecot.log
listen = 127.0.0.1
protocols = imap lmtp
ssl = yes
ssl_cert = <$dir/server.pem
ssl_key = <$dir/server.key
mail_location = maildir:$dir/mail/%Lu
first_valid_uid = 1
first_valid_gid = 1
auth_mechanisms = plain login
passdb {
  driver = static
  args = password=test
}
userdb {
  driver = static
  args = uid=mail gid=mail home=$dir/mail/%Lu allow_all_users=yes
}
service imap-login {
  inet_listener imap {
    port = 0
  }
  inet_listener imaps {
    port = $1
    ssl = yes
  }
}
service lmtp {
  unix_listener $dir/lmtp {
    mode = 0666
  }
}
service auth {
  unix_listener $dir/auth {
    mode = 0666
  }
}
# No chroot, so that it also runs where a container forbids it.
service anvil {
  chroot =
}
service imap-login {
  chroot =
}
CONF
}

postfix_config() {
  mkdir -p "$dir/postfix" "$dir/spool" "$dir/state"
  chown postfix "$dir/state"
  cat >"$dir/postfix/main.cf" <<CONF
compatibility_level = 3.6
queue_directory = $dir/spool
data_directory = $dir/state
maillog_file = $dir/postfix.log
maillog_file_prefixes = $dir
myhostname = localhost.test
mydestination =
mynetworks =
inet_interfaces = 127.0.0.1
inet_protocols = ipv4
smtpd_tls_security_level = may
smtpd_tls_auth_only = yes
smtpd_tls_cert_file = $dir/server.pem
smtpd_tls_key_file = $dir/server.key
smtpd_sasl_auth_enable = yes
smtpd_sasl_type = dovecot
smtpd_sasl_path = $dir/auth
smtpd_relay_restrictions = permit_sasl_authenticated, reject
smtpd_client_connection_rate_limit = 0
smtpd_forbid_bare_newline = yes
smtputf8_enable = yes
relay_domains = static:all
relay_transport = lmtp:unix:$dir/lmtp
transport_maps = regexp:$dir/postfix/transport
relay_recipient_maps =
disable_dns_lookups = yes
biff = no
CONF
  echo '/^bestaatniet@/ error:5.1.1 Deze mailbox bestaat niet' >"$dir/postfix/transport"
  cat >"$dir/postfix/master.cf" <<CONF
127.0.0.1:$1 inet n - n - - smtpd
pickup    unix  n - n 60 1 pickup
cleanup   unix  n - n -  0 cleanup
qmgr      unix  n - n 5  1 qmgr
rewrite   unix  - - n -  - trivial-rewrite
bounce    unix  - - n -  0 bounce
defer     unix  - - n -  0 bounce
trace     unix  - - n -  0 bounce
verify    unix  - - n -  1 verify
flush     unix  n - n 1000? 0 flush
proxymap  unix  - - n -  - proxymap
tlsmgr    unix  - - n 1000? 1 tlsmgr
error     unix  - - n -  - error
retry     unix  - - n -  - error
lmtp      unix  - - n -  - lmtp
smtp      unix  - - n -  - smtp
anvil     unix  - - n -  1 anvil
scache    unix  - - n -  1 scache
postlog   unix-dgram n - n - 1 postlogd
CONF
}

stop() {
  [ -d "$dir" ] || return 0
  postfix -c "$dir/postfix" stop >"$dir/stop.log" 2>&1 </dev/null || true
  doveadm -c "$dir/dovecot.conf" stop >>"$dir/stop.log" 2>&1 </dev/null || true
  rm -rf "$dir"
}

case $action in
  start) start "$3" "$4" ;;
  stop) stop ;;
esac

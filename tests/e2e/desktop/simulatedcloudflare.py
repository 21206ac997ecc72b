# SPDX-License-Identifier: GPL-3.0-or-later
"""A simulated Cloudflare in a process of its own, asked over its API: what the window did is looked up there."""

import json
import subprocess
import urllib.error
import urllib.request


class SimulatedCloudflare:
    def __init__(self, directory):
        self._process = subprocess.Popen([str(directory / "tokensmith-sandbox")], stdout=subprocess.PIPE, text=True)
        said = json.loads(self._process.stdout.readline())
        self.api, self.bootstrap_token = said["api"], said["bootstrapToken"]

    def stop(self):
        self._process.terminate()
        self._process.wait(10)

    def ask(self, method, path, body=None, bearer=None):
        """The HTTP status and the answer's `result`."""
        request = urllib.request.Request(
            self.api + path, method=method, data=None if body is None else json.dumps(body).encode(),
            headers={"Authorization": "Bearer " + (bearer or self.bootstrap_token), "Content-Type": "application/json"})
        try:
            with urllib.request.urlopen(request, timeout=10) as answer:
                return answer.status, json.load(answer)["result"]
        except urllib.error.HTTPError as refused:
            return refused.code, None

    def user_token(self, name):
        """The user's token of that name, or None."""
        _status, tokens = self.ask("GET", "/user/tokens?per_page=50")
        return next((token for token in tokens if token["name"] == name), None)

    def make_like_another(self, name):
        """A user token with the policies of one that is there; its secret."""
        _status, tokens = self.ask("GET", "/user/tokens?per_page=50")
        policies = [{"effect": policy["effect"], "resources": policy["resources"],
                     "permission_groups": [{"id": group["id"]} for group in policy["permission_groups"]]}
                    for policy in tokens[0]["policies"]]
        status, made = self.ask("POST", "/user/tokens", {"name": name, "policies": policies})
        assert status == 200, f"the simulated Cloudflare refused the test's own token with {status}"
        return made["value"]

    def accepts(self, secret):
        return self.ask("GET", "/user/tokens/verify", bearer=secret)[0] == 200

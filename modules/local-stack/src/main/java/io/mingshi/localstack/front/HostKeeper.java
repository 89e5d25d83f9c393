package io.mingshi.localstack.front;

import io.vertx.core.Future;
import io.vertx.core.net.HostAndPort;
import io.vertx.httpproxy.ProxyContext;
import io.vertx.httpproxy.ProxyInterceptor;
import io.vertx.httpproxy.ProxyResponse;

/// Passes on the host that the person used: services build links and sign-in redirects from it.
final class HostKeeper implements ProxyInterceptor {
    @Override
    public Future<ProxyResponse> handleProxyRequest(ProxyContext context) {
        HostAndPort used = context.request().proxiedRequest().authority();
        if (used != null) {
            context.request().setAuthority(used);
        }
        return context.sendRequest();
    }
}

namespace ScaleOut.BackEnd;

/// <summary>What nginx is told.</summary>
internal static class ProxySettings
{
    /// <summary>
    /// Takes turns, and asks the next instance where one does not answer: a POST as well, which is what a launch that is exchanged twice
    /// comes from.
    /// </summary>
    public static string Create(string folder, string repeatedPosts, int port, IEnumerable<int> instances) =>
        $$"""
        daemon off;
        pid {{folder}}/nginx.pid;
        error_log {{folder}}/nginx-error.log warn;
        worker_processes 1;
        events { worker_connections 1024; }
        http {
            log_format repeated '$request_method $uri $upstream_addr';
            map $request_method:$upstream_addr $is_repeated { default 0; ~^POST:.*, 1; }
            access_log {{repeatedPosts}} repeated if=$is_repeated;
            client_body_temp_path {{folder}}/nginx-body;
            proxy_temp_path {{folder}}/nginx-proxy;
            fastcgi_temp_path {{folder}}/nginx-fastcgi;
            uwsgi_temp_path {{folder}}/nginx-uwsgi;
            scgi_temp_path {{folder}}/nginx-scgi;
            upstream back_end {
                {{string.Join(' ', instances.Select(instance => $"server 127.0.0.1:{instance} max_fails=1 fail_timeout=1s;"))}}
                keepalive 32;
            }
            server {
                listen 127.0.0.1:{{port}};
                location / {
                    proxy_pass http://back_end;
                    proxy_http_version 1.1;
                    proxy_set_header Connection "";
                    proxy_set_header Host $host;
                    proxy_connect_timeout 1s;
                    proxy_read_timeout 2s;
                    proxy_next_upstream error timeout non_idempotent;
                }
            }
        }
        """;
}

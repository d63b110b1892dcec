using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;

namespace MiniApp.AspNetCore;

/// <summary>
/// Writes who may frame a page into its answer, as the last of all who have a say in its headers. Where the page says so itself, that counts:
/// nothing here makes a page easier to frame than it wants to be.
/// </summary>
internal sealed class FrameAncestorsMiddleware
{
    private const string Directive = "frame-ancestors";

    private readonly RequestDelegate _next;
    private readonly FrameAncestors _ancestors;
    private readonly Func<object, Task> _write;

    public FrameAncestorsMiddleware(RequestDelegate next, FrameAncestors ancestors)
    {
        _next = next;
        _ancestors = ancestors;
        _write = response =>
        {
            Write((HttpResponse)response);
            return Task.CompletedTask;
        };
    }

    public Task InvokeAsync(HttpContext context)
    {
        context.Response.OnStarting(_write, context.Response);
        return _next(context);
    }

    private void Write(HttpResponse response)
    {
        var headers = response.Headers;
        if (!IsPage(response.ContentType) || IsFramedByNobody(headers.XFrameOptions) || HasDirective(headers.ContentSecurityPolicy))
        {
            return;
        }

        // Beside frame-ancestors, browsers pass over it (CSP 3, section 6.4.2.2); those that don't know the one would obey the other.
        headers.XFrameOptions = StringValues.Empty;
        headers.ContentSecurityPolicy = Add(headers.ContentSecurityPolicy, _ancestors.FindDirective());
    }

    private static bool IsPage(ReadOnlySpan<char> contentType)
    {
        var end = contentType.IndexOf(';');
        var type = (end < 0 ? contentType : contentType[..end]).Trim();
        return type.IsEmpty
            || type.Equals("text/html", StringComparison.OrdinalIgnoreCase)
            || type.Equals("application/xhtml+xml", StringComparison.OrdinalIgnoreCase);
    }

    private static bool IsFramedByNobody(StringValues frameOptions)
    {
        foreach (var value in frameOptions)
        {
            foreach (var option in value.AsSpan().Split(','))
            {
                if (value.AsSpan(option).Trim().Equals("DENY", StringComparison.OrdinalIgnoreCase))
                {
                    return true;
                }
            }
        }

        return false;
    }

    /// <summary>Whether one of the policies says who may frame the page. A header may hold several, behind commas.</summary>
    private static bool HasDirective(StringValues policies)
    {
        foreach (var value in policies)
        {
            foreach (var part in value.AsSpan().SplitAny(',', ';'))
            {
                var directive = value.AsSpan(part).Trim();
                if (directive.StartsWith(Directive, StringComparison.OrdinalIgnoreCase)
                    && (directive.Length == Directive.Length || char.IsWhiteSpace(directive[Directive.Length])))
                {
                    return true;
                }
            }
        }

        return false;
    }

    /// <summary>The last policy gets the directive too, so that there is no policy more. A page needs to meet all of them.</summary>
    private static StringValues Add(StringValues policies, string directive)
    {
        if (policies is not [.., { } last])
        {
            return directive;
        }

        var added = policies.ToArray();
        var rest = last.AsSpan().TrimEnd(" \t;");
        added[^1] = rest.IsEmpty ? directive : $"{rest}; {directive}";
        return added;
    }
}

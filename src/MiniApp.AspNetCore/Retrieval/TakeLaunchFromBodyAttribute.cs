namespace MiniApp.AspNetCore;

/// <summary>
/// Has an endpoint take the launch from the request's body, where it is in no header: on the handler of an endpoint, on a controller or an
/// action, on the model of a Razor Page. <c>TakeLaunchFromBody(…)</c> is the same for endpoints.
/// </summary>
/// <remarks>
/// The launch is then what it is in the header: policies, parameters, events, sessions and refusals are the same. It may stand behind the
/// platform's auth-scheme, as there, or without, where no two platforms' launches have to be told apart that look alike. A body is read up to
/// <see cref="MaxLength"/>, before the request is authenticated, and code behind the endpoint may read it again. One that can't be read is
/// answered 400, 413 or 415, with a reason in the answer's body. One without the launch counts as a request without credentials.
/// </remarks>
/// <param name="name">
/// The name of the member of the JSON object, or of the form's field, compared ordinally. It may be there once.
/// </param>
/// <exception cref="ArgumentException"><paramref name="name"/> is empty.</exception>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
public sealed class TakeLaunchFromBodyAttribute(string name) : Attribute
{
    /// <summary>The longest body that is read, in bytes: 32,768. No launch of the usual length takes more, however it is escaped.</summary>
    public const int MaxLength = 32 * 1024;

    /// <summary>The name of the member of the JSON object, or of the form's field.</summary>
    public string Name { get; } = string.IsNullOrEmpty(name) ? throw new ArgumentException("A launch in a body has a name.", nameof(name)) : name;

    /// <summary>
    /// Whether the body may be a form as well, <c>application/x-www-form-urlencoded</c> or <c>multipart/form-data</c>. Any site can have a
    /// browser send one, with a launch of its own user: where the endpoint answers with a cookie, that signs the browser in as somebody else.
    /// JSON can't be sent so without asking CORS.
    /// </summary>
    /// <value><see langword="false"/>: JSON alone.</value>
    public bool AcceptForm { get; set; }
}

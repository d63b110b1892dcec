using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;

namespace MiniApp.AspNetCore;

/// <summary>
/// What the application's default scheme has chosen for a request by a selector, such as the scheme of the tenant whose host it is for. Of a
/// platform that has several schemes, no other may sign in then: a launch of one tenant would be good at another. What was chosen may be of
/// another platform, or that of sessions: a client may send a second token to have it chosen.
/// </summary>
internal interface IChosenScheme
{
    /// <summary>The scheme of launches or sessions that was chosen; <see langword="null"/> where nothing was, or something else.</summary>
    /// <param name="context">The request.</param>
    AuthenticationScheme? Find(HttpContext context);

    /// <summary>Whether a scheme of launches is one of several of its platform, and another one was chosen.</summary>
    /// <param name="chosen">What was chosen, if anything.</param>
    /// <param name="name">The scheme's name.</param>
    /// <param name="handler">Its handler, which tells its platform.</param>
    bool IsBeside(AuthenticationScheme? chosen, string name, Type handler);
}

using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using VkMiniApp;

namespace MiniAppBackend.Controllers;

/// <summary>The community that the app was opened from.</summary>
[Authorize]
[ApiController]
[Route("community")]
public sealed class CommunityController : ControllerBase
{
    /// <summary>For every signed-in user.</summary>
    [HttpGet]
    public string Get(VkLaunchParams launch) => launch.GroupId is { } group
        ? $"You are '{launch.ViewerGroupRole}' in community {group}."
        : "The app was not opened from a community.";

    /// <summary>For the administrators and the editors of that community.</summary>
    [HttpGet("settings")]
    [Authorize(Policy = "group-admin")]
    public string Settings(VkLaunchParams launch) => $"Settings of community {launch.GroupId}.";
}

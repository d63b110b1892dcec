namespace ShopMiniApp.AspNetCore;

/// <summary>The types of the claims.</summary>
public static class ShopClaimTypes
{
    public const string UserId = "shop_user_id";

    public const string ShopId = "shop_shop_id";

    public const string Time = "shop_time";
}

using Dialoogtafel.Domain.Series;
using Dialoogtafel.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace Dialoogtafel.Web.Tests.Rig;

/// <summary>The kinds of gathering, asked for by their key: there may be any number.</summary>
public static class Kinds
{
    public static Task<GatheringKind> DialogueKindAsync(this DialoogtafelDb db) =>
        db.GatheringKinds.SingleAsync(item => item.Key == GatheringKind.Dialogue);
}

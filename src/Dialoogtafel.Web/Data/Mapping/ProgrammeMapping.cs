using Dialoogtafel.Domain.People;
using Dialoogtafel.Domain.Series;
using Dialoogtafel.Domain.Tables;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Dialoogtafel.Web.Data.Mapping;

internal sealed class ProgrammeStepMapping : IEntityTypeConfiguration<ProgrammeStep>
{
    public void Configure(EntityTypeBuilder<ProgrammeStep> step)
    {
        step.Ignore(item => item.LacksInstruction);
        step.HasOne<Gathering>().WithMany().HasForeignKey(item => item.GatheringId);
    }
}

internal sealed class MaterialMapping : IEntityTypeConfiguration<Material>
{
    public void Configure(EntityTypeBuilder<Material> material)
    {
        material.HasIndex(item => new { item.GatheringId, item.Place }).IsUnique();
        material.HasOne<Gathering>().WithMany().HasForeignKey(item => item.GatheringId);
        material.HasOne<Person>().WithMany().HasForeignKey(item => item.DoneById).OnDelete(DeleteBehavior.SetNull);
    }
}
